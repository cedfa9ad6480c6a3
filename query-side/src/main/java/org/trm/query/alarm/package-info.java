/** What an operator is called for, and the call itself, to where she said and nowhere else. */
package org.trm.query.alarm;
