/**
 * The sealed logs as they are served (C2SP tlog-tiles): signed checkpoints, tiles and keys to everybody, for they hold nothing
 * but hashes; entries to auditors.
 */
package org.trm.query.audit.log;
