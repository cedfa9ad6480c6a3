/** How the walls of the house are checked, in the tests of each room. */
package org.trm.events.walls;
