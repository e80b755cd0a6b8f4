/** Invented accounts and agencies for demonstrations. */
@NullMarked
package org.hifazat.identity.demo;

import org.jspecify.annotations.NullMarked;
