@NullMarked
package org.hifazat.referral.draft.web;

import org.jspecify.annotations.NullMarked;
