@NullMarked
package org.hifazat.referral.link.integration;

import org.jspecify.annotations.NullMarked;
