/**
 * Assessments of risk and security, each by one country about one country.
 */
package org.trm.command.casefile.risk;
