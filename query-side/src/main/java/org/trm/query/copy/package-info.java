/**
 * What the person herself is given when she asks what is held about her (GDPR art. 15). It is put together from what the
 * views tell, has none of its own, and no view knows it.
 */
package org.trm.query.copy;
