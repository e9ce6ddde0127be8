/** Tests the reports. */
package org.tokenerror.check.report;
