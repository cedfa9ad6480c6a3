/**
 * The first screen of the README, run as people run it: the script, the jars that the build has just made, a signal. It
 * knows what they print and which processes they leave, and nothing of their classes.
 */
package org.trm.deploy.rehearsal;
