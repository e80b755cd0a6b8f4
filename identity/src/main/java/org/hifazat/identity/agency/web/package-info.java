/** Agencies over HTTP. */
@NullMarked
package org.hifazat.identity.agency.web;

import org.jspecify.annotations.NullMarked;
