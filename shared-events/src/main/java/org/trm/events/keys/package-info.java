/**
 * Where keys are kept: in files of a folder, each encrypted under a root key. The root keys and the countries' private keys
 * have places of their own, so that they can be kept elsewhere.
 */
package org.trm.events.keys;
