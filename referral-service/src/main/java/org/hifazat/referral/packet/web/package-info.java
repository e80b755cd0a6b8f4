@NullMarked
package org.hifazat.referral.packet.web;

import org.jspecify.annotations.NullMarked;
