/** The signed-in person over HTTP. */
@NullMarked
package org.hifazat.identity.me.web;

import org.jspecify.annotations.NullMarked;
