/** Pages of {@code deploy/docs} about what may be done, by whom, and why not. */
package org.trm.command.pages;
