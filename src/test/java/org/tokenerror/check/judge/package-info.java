/** Tests the judge: each requirement has an answer that must fail it and one that must pass. */
package org.tokenerror.check.judge;
