/**
 * What auditors replay of a case: its history step by step, the difference between two moments, and what a country knew. It
 * is put together from what the views tell each of them, has none of its own, and no view knows it.
 */
package org.trm.query.audit.replay;
