/** Certificates over HTTP. */
@NullMarked
package org.hifazat.identity.certificate.web;

import org.jspecify.annotations.NullMarked;
