@NullMarked
package org.hifazat.cases.lifecycle.web;

import org.jspecify.annotations.NullMarked;
