/**
 * What must never change: the bytes in which every event was ever stored, and every code of every list. The files lie in
 * the resources beside; other modules read them too, to prove that their own way to the events understands them.
 */
package org.trm.events.golden;
