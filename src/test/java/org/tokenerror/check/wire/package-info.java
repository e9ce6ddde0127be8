/** Tests what goes over the wire. */
package org.tokenerror.check.wire;
