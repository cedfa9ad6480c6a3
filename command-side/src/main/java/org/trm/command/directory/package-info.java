/**
 * The directory of countries: who speaks for each, by which procedure, in which network, and whether it takes referrals.
 * It is published as events of its own; rules see it as one immutable picture.
 */
package org.trm.command.directory;
