@NullMarked
package org.hifazat.referral.link.web;

import org.jspecify.annotations.NullMarked;
