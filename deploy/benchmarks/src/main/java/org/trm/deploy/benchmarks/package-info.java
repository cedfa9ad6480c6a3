/**
 * Load over HTTP and replay, each measured beside the limit that the same PostgreSQL shows in the same run. A figure
 * without its limit says nothing about the mechanism.
 */
package org.trm.deploy.benchmarks;
