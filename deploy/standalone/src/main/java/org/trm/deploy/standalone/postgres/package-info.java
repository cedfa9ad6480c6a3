/**
 * The PostgreSQL that the standalone form brings along: a real server with durable settings, its files in the data
 * folder, reachable by password from this machine alone. It is started unless a data source is configured, and ends
 * with the application, however that ends.
 */
package org.trm.deploy.standalone.postgres;
