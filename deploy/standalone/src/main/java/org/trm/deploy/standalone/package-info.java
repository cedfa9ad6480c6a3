/**
 * Both sides in one process, with their own PostgreSQL: for trying the mechanism, for training and for one small
 * authority. Composition only; no rule and no view lives here.
 */
package org.trm.deploy.standalone;
