@NullMarked
package org.hifazat.referral.requests.web;

import org.jspecify.annotations.NullMarked;
