@NullMarked
package org.hifazat.referral.directory.web;

import org.jspecify.annotations.NullMarked;
