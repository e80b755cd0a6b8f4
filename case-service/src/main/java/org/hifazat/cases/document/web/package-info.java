@NullMarked
package org.hifazat.cases.document.web;

import org.jspecify.annotations.NullMarked;
