/**
 * Load over HTTP and replay, each measured beside the limit that the same PostgreSQL shows in the same run. A figure
 * without its limit says nothing about the mechanism.
 *
 * <p>{@code deploy/trm benchmark [--quick]} builds what is stale and runs it, for a quarter of an hour, or some minutes. It starts the
 * standalone form as a process of its own, on a data folder of its own, and ends it. The figures are printed as tables
 * and written to {@code deploy/benchmarks/target/benchmark.json}. On a machine that does other work too, rates mean
 * little; ratios to the limit and processor time mean more. Nothing here passes or fails by a figure.
 */
package org.trm.deploy.benchmarks;
