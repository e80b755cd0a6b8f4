/** People of an agency over HTTP. */
@NullMarked
package org.hifazat.identity.agency.person.web;

import org.jspecify.annotations.NullMarked;
