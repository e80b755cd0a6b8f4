/** Sandboxes over HTTP. */
@NullMarked
package org.hifazat.referral.sandbox.web;

import org.jspecify.annotations.NullMarked;
