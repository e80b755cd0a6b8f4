@NullMarked
package org.hifazat.cases.legal.web;

import org.jspecify.annotations.NullMarked;
