/**
 * Documents about the person as they lie beside the events: sealed, and kept once the event that names them is recorded.
 */
package org.trm.command.documents;
