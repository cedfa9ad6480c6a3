/**
 * Where the events are kept and how a command reaches its case: the event store on PostgreSQL, its migrations and
 * checks, the repository with its cache, and what Axon needs to hand a rule its context.
 */
package org.trm.command.store;
