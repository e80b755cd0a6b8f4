@NullMarked
package org.hifazat.platform.web;

import org.jspecify.annotations.NullMarked;
