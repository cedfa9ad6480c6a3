/**
 * What every answer of the query side has in common: problems, pages and exports of lists, entity tags. Knows no view.
 */
package org.trm.query.web;
