/**
 * People of agencies whom a referral can be meant for, and what becomes of it when it no longer is.
 */
@NullMarked
package org.hifazat.referral.addressee;

import org.jspecify.annotations.NullMarked;
