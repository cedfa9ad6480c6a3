/**
 * A case's recorded events themselves, for what must be told as of an earlier moment. Here, and in no view, the event
 * store is read.
 */
package org.trm.query.history;
