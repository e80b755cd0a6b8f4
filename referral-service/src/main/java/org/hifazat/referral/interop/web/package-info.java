@NullMarked
package org.hifazat.referral.interop.web;

import org.jspecify.annotations.NullMarked;
