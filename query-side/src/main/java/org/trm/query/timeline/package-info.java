/**
 * What happened in a case, event by event, each in a sentence that people read. A sentence is made once, when the event
 * is taken in, and stands beside what decides who may read it.
 */
package org.trm.query.timeline;
