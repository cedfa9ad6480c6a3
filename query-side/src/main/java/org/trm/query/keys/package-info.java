/** How far the replacement of keys has come, as the keys themselves and what is wrapped to them tell it. */
package org.trm.query.keys;
