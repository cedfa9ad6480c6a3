/**
 * What can be known of the files that run the mechanism as services without an engine that runs them: that they can be read,
 * that they say the same as the program, and that no container is given more than it needs.
 */
package org.trm.deploy.separated.files;
