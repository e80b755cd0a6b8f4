@NullMarked
package org.hifazat.cases.note.web;

import org.jspecify.annotations.NullMarked;
