/** Pages of {@code deploy/docs} that are made from the code: the build fails when one no longer says what it does. */
package org.trm.events.pages;
