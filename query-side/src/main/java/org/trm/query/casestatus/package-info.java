/**
 * Where each case stands, as each country that has to do with it may know. A case's row holds the facts of the case and
 * its referrals; a line a country holds what that country finds in its list of cases.
 */
package org.trm.query.casestatus;
