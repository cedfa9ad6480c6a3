/**
 * What is taken away out of the mechanism, for whoever lets it be taken: who takes it, what was sent, and for auditors which
 * there were. It knows nothing of what it is that is taken.
 */
package org.trm.query.audit.exports;
