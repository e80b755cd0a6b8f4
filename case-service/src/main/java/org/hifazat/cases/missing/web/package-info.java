@NullMarked
package org.hifazat.cases.missing.web;

import org.jspecify.annotations.NullMarked;
