/** Tests the checker. */
package org.tokenerror.check;
