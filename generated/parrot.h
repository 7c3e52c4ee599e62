/*
 * A party parrot, dancing through the rainbow, by the knock-out authors
 * Licence of the art: CC0-1.0
 *
 * Made by assetc from parrot.json; do not edit, run assetc again.
 */
#ifndef ANIMATION_NAME
#include "frame_table.h"

#define ANIMATION_NAME "parrot"
#define ANIMATION_TITLE "A party parrot, dancing through the rainbow"
#define ANIMATION_AUTHOR "the knock-out authors"
#define ANIMATION_LICENSE "CC0-1.0"

/* frame 0: 70 ms; here play starts, on a screen that it clears */
static const char frame_0[] =
	"\033[H\033[J\033[38;5;203m"
	"\033[K\n"
	"\033[K\n"
	"                   _jjgggQ _yyyyy,\033[K\n"
	"                  j$Q$Q$F^_gQ$Q$F^\033[K\n"
	"                 j$$$$$^_y$Q$$\"`jyy__\033[K\n"
	"                 j$$$$^_gQ$$\"`jgQ$Q$P\033[K\n"
	"             _jjgQ$$$$$$Q$$`_gQ$M\"^\033[K\n"
	"           jj$Q$Q$$7\"\"?$$$$Q$$\"^\033[K\n"
	"          V$Q$$Q$^_ggQy_`$$$$Q_\033[K\n"
	"     _jjjyj_\"T$Q'j$^ `$$c $$$$Q_\033[K\n"
	"  _jy$$Q$Q$$g TQ_:$y__y$^_Q$$$$$_\033[K\n"
	" _gQ$$$$$$$$Q _Q$y`\"9T\"`_Q$$$$$$Qy_\033[K\n"
	" gQ$$$$$$$$$f j$$Q$gyyqQ$$$$$$$$$Q$y_\033[K\n"
	"_Q$$$$$$$$$^ j$$$$$$$$$$$$$$$$$$$$$Q$g_\033[K\n"
	"j$$$$$$$$$^ _ \"$$$$$$$$$$$$$$$$$$F\"j$$Q_\033[K\n"
	" Q$$$$$$$^ jjj. $$$$$$$$$$$$$$$$^_yQ$$$Q_\033[K\n"
	" \"Q$$$$Q^ jjjj' j$$$$$$$$$$$$$$' gQ$$$$$Q_\033[K\n"
	"  T$$$$F ;2jj) _Q$$$$$$$$$$$$$$ _Q$$$$$$$Q_\033[K\n"
	"   \"$$Q'  ?i>`_y$$$$$$$$$$$$$$$ j$$$$$$$$$g\033[K\n"
	"     \"$L  ___yQ$$$$$$$$$$$$$$$$ j$$$$$$$$$QL\033[K\033[m\n";

/* frame 1: 70 ms */
static const char frame_1[] =
	"\033[H\033[38;5;214m"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"                     __j_yj, _______\033[K\n"
	"                   _y$$Q$$F^_gQ$$Q$\"\033[K\n"
	"                  _Q$$$$P^_y$Q$$F^____\033[K\n"
	"                  j$$$$F j$Q$$F`_gQ$$QQ-\033[K\n"
	"              __yyQ$$$$$y$$$F`_y$Q$M\"^`\033[K\n"
	"            _y$Q$Q$$$$$$$$$$ggQ$P\"`\033[K\n"
	"          .y$Q$Q$$$F^___^\"$$$$Q_\033[K\n"
	"       __j__\"\"$Q$$^_QT\"$$g $$$$Q_\033[K\n"
	"   __gQ$$Q$$Q_`$$$ jL   $Q j$$$$Q\033[K\n"
	"  _y$Q$$$$$$$$ j$Q_`$qyy$\"_j$$$$$gy\033[K\n"
	"  Q$$$$$$$$$$F j$$$y_____jj$$$$$$$$Q_\033[K\n"
	" j$$$$$$$$$$\" j$$$$$$$$$$$$$$$$$$$$$$g_\033[K\n"
	" j$$$$$$$$$^ _ \"$$$$$$$$$$$$$$$$^_jQ$$g_\033[K\n"
	" :Q$$$$Q$$^ jjj  $$$$$$$$$$$$$$`jgQ$$$$g_\033[K\n"
	"  $$$$$$$^ jjjj` $$$$$$$$$$$$$' gQ$$$$$$g\033[K\n"
	"   $$$Q$f ;2j</ j$$$$$$$$$$$$$' Q$$$$$$$$g\033[K\n"
	"    \"Q$Q' `\"=^_j$$$$$$$$$$$$$$'.Q$$$$$$$$$c\033[K\033[m\n";

/* frame 2: 70 ms */
static const char frame_2[] =
	"\033[H\033[38;5;227m"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"                        __yyyyy, ______\033[K\n"
	"                      _y$$$Q$P^_j$Q$$Q$^\033[K\n"
	"                      j$$$$$^_y$Q$Q$F^___\033[K\n"
	"                   __j$$$$$_jjQ$$$\"_jgQ$QQp\033[K\n"
	"                _yy$$$$$$$$$$$Q$^_y$Q$$M\"^\033[K\n"
	"             _jj$$Q$$$$$$$9T$$$$gQ$M\"^`\033[K\n"
	"            __\"\"$$$$$$$\"`_yy_`\"Q$$g\033[K\n"
	"       _jjy$Q$Qy_\"$$$$^_Q\"^\"$Q_\"Q$QL\033[K\n"
	"     _j$Q$$$$$$Q$ \"Q$$_)$_  j$f_$$$Q\033[K\n"
	"     y$$$$$$$$$$$ j$$$g_\"V$$9\"_j$$$Q_\033[K\n"
	"    j$$$$$$$$$$$`_Q$$$$$gy__yj$$$$$$$y\033[K\n"
	"    j$$$$$$$$$F  \"T$$$$$$$$$$$$$$$$$$$g_\033[K\n"
	"    j$$Q$$$$$^ jj, ]$$$$$$$$$$$$$$Q$$$$g_\033[K\n"
	"    :$$$$$$$^ jj<} j$$$$$$$$$$$$$Q$$$$$$g\033[K\n"
	"     \"Q$$$$`_2i%7`_Q$$$$$$$$$$$^j$$$$$$$$g\033[K\n"
	"      \"$$$f  \"\"\" j$$$$$$$$$$$$L j$$$$$$$$$c\033[K\033[m\n";

/* frame 3: 70 ms */
static const char frame_3[] =
	"\033[H\033[38;5;119m"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"                            _jyyyyy,  __\033[K\n"
	"                           j$Q$Q$$\"_j$QQ$Qy,\033[K\n"
	"                          j$$$Q$\"_j$Q$Q$$?^\033[K\n"
	"                     __yyyQ$$$Qy_gQ$$$F^_ygQy__\033[K\n"
	"                  __y$$$$$$$$$Q$$Q$$\"`jj$QQ$$P~\033[K\n"
	"                  \"?$$$$$$$$$$PTTT$$gQ$$M\"\"`\033[K\n"
	"            _yjggggy_\"$$$$$$\"_yyyy_\"$$C\033[K\n"
	"          _gQ$Q$$$Q$Q, $$$Q^_Q\"``$Qc`$Q_\033[K\n"
	"         j$$$$$$$$$Q$f $$$Q_\"Q___j$f_Q$L\033[K\n"
	"        _$$$$$$$$$$$F j$$$$Q_\"?997^_y$$f\033[K\n"
	"        j$$$$$$$$$$^ j$$$$$$$ggy_yy$$$Q^\033[K\n"
	"        j$$$$$$$$F`__ ?$$$$$$$$$$$$$$$$Q_\033[K\n"
	"        )$$$$$$$^ jj)  $$$$$$$$$$$Q$$$$$Q_\033[K\n"
	"         $$$$$F`_j<%^ j$$$$$$$$$$Q$$$$$$$g_\033[K\n"
	"          $$$F  ?>\"`_y$$$$$$$$$$F\"$$$$$$$$g\033[K\n"
	"           \"$L qy_yy$$$$$$$$$$$$'.$$$$$$$$QL\033[K\033[m\n";

/* frame 4: 70 ms */
static const char frame_4[] =
	"\033[H\033[38;5;85m"
	"\033[K\n"
	"\033[K\n"
	"\033[K\n"
	"                                _yyyyj\033[K\n"
	"                              _y$Q$Q$F`_yyyj__\033[K\n"
	"                              jQ$$$$^_gQ$Q$Q$F\033[K\n"
	"                        __yyggQ$$$$_jjQ$$$P\"___\033[K\n"
	"                      ,gQ$Q$$$Q$$$Q$$Q$$\"`_gQ$Qy_\033[K\n"
	"                 __jjj__\"T$$$$Q$$$FPTT$gy$Q$$$9\"\033[K\n"
	"              _jgQ$$Q$$$g_\"$$$$$\"_jyyy_\"$$\"^`\033[K\n"
	"             _gQ$$$$$$$$$L $$$Q^_Q\"`^$$c`Q\033[K\n"
	"            _$Q$$$$$$$$$$^_$$$Q_\"Q___j$f_Q;\033[K\n"
	"            j$$$$$$$$$$F`_g$$$$Q_\"?FMT^_gQ^\033[K\n"
	"            $$$$$$$$$$^ =$$$$$$$$gy_yjy$Q$`\033[K\n"
	"            $$$$$$$$\" _c \"$$$$$$$$$$$$Q$$f\033[K\n"
	"            ]$$$$$F`_jj) _$$$$$$$$$$$$$$$Q_\033[K\n"
	"             $$Q$^.j)i= _Q$$$$$$$$Q$$$$$$$Q_\033[K\n"
	"              $Q^  ~^`_y$$$$$$$$$Q$\"$$$$$$$g_\033[K\n"
	"               \"'j$ggQ$$$$$$$$$$$Q' $$$$$$Q$g\033[K\n"
	"              jggQ$Q$$$$$$$$$$$$$Q'.$$$$$$Q$QL\033[K\033[m\n";

/* frame 5: 70 ms */
static const char frame_5[] =
	"\033[H\033[38;5;81m"
	"\033[K\n"
	"\033[K\n"
	"                                _jgQQgy\033[K\n"
	"                                j$Q$Q$\"_jyyy__\033[K\n"
	"                             __j$Q$Q$^_gQ$Q$Q$\033[K\n"
	"                        __ygQ$QQ$$$$y_QQ$Q$F^__\033[K\n"
	"                   ______`\"9$$Q$$$$$Q$Q$$\"_jj$Qy\033[K\n"
	"                _jgQ$$$$Q$y \"$Q$$$P\"\"_\"\"?qQ$Q$$P'\033[K\n"
	"               _gQ$$$$$$$$$L $Q$$^_gMT$Q_\"$\"^`\033[K\n"
	"              _Q$Q$$$$$$$$$^_$$$$ $f   $Q j\033[K\n"
	"              jQ$$$$$$$$$F^_y$Q$Q_\"Qyjj$F gL\033[K\n"
	"              $$$$$$$$$$^ y$$$Q$$gy_\"\"\"_jjQ^\033[K\n"
	"              $$$$$$$$\" _ \"$$$$$$$$$$gQ$$Q$`\033[K\n"
	"              3$$$$$\"`_jj` $$$$$$$$$$$$$Q$L\033[K\n"
	"              \"$$$F`_j|%= j$$$$$$$$$$$Q$$$Q_\033[K\n"
	"               \"$$  C>?`_j$$$$$$$$$$$$$\"T$$Q_\033[K\n"
	"                \"^ y___y$$$$$$$$$$Q$$^ j$$$$Q_\033[K\n"
	"                 jgQ$$$$$$$$$$$$$Q$$^ $$$$$$$g\033[K\n"
	"                j$Q$$$$$$$$$$$$$$Q$$ j$$$$Q$Q$g\033[K\n"
	"                gQ$Q$$$$$$$$$$$$$Q$$ j$$$$Q$Q$Qc\033[K\033[m\n";

/* frame 6: 70 ms */
static const char frame_6[] =
	"\033[H\033[38;5;111m"
	"                                 ___\033[K\n"
	"                               _gQ$Q$c\033[K\n"
	"                              _Q$Q$$F jyggy_\033[K\n"
	"                           ___j$$$Q\" jQ$Q$Q$'\033[K\n"
	"                         uQQ$Q$$$Q$yjQ$$$P^__\033[K\n"
	"                __ggQgQgy_\"$$$QQ$$FF9T$F`_gQ$g\033[K\n"
	"               jy$Q$$$$Q$Q_ $$Q$\"_yyyy_^Q$Q$$P'\033[K\n"
	"              j$Q$$$$$$$Q$f $$Q^_Q\"`^$$c`$^`\033[K\n"
	"             j$$$$$$$$$$$F`j$$Q_\"Q___j$f_Q_\033[K\n"
	"             j$$$$$$$$$P^_y$$$$Q_\"TV$T^_gQ;\033[K\n"
	"             $$Q$$$$$$^ :Q$$$$Q$$gy_yjy$Q$'\033[K\n"
	"             j$$$$$$\" _% `$$$$Q$$$$$Q$Q$$$\033[K\n"
	"             :Q$$$F`_jjj` $$$$$$$$$$$gQ$$Q_\033[K\n"
	"              $$$f jjj): j$$$$$$$$$$$$$$Q$Q_\033[K\n"
	"               $$ `%%>`_j$$$$$$$$$$$$$Q$$$$Q_\033[K\n"
	"                ^ ____y$$$$$$$$$$$$$$$F^_j$$Q_\033[K\n"
	"                  j$Q$$$$$$$$$$$$$Q$$^ j$$$$$Q_\033[K\n"
	"                 _QQ$$$$$$$$$$$$$Q$$$ j$$$$$$$Q_\033[K\n"
	"                 jQ$$$$$$$$$$$$$$Q$$$ j$$$Q$Q$$g\033[K\n"
	"                jQ$Q$$$$$$$$$$$$$Q$$L j$$$Q$Q$Q$L\033[K\033[m\n";

/* frame 7: 70 ms */
static const char frame_7[] =
	"\033[H\033[38;5;141m"
	"                            _ggQgy\033[K\n"
	"                           j$Q$$Q\"__gyy__\033[K\n"
	"                           Q$$$$^_y$Q$Q$E\033[K\n"
	"                      __yyy$$$$$_gQ$$$F^__\033[K\n"
	"               ______\"9$$Q$Q$$T?\?T$$\"`_y$Qg\033[K\n"
	"            _ygQ$$$$Qy_\"$Q$$^_yyqy_\"qQ$Q$$P'\033[K\n"
	"           j$Q$$$$$$$$$ \"Q$'j$^``$$c QF^`\033[K\n"
	"          j$$$$$$$$$$$F j$Q_:Q___j$^_Q$\033[K\n"
	"          gQ$$$$$$$$$\" j$$$Q_\"?9T?^_gQ$L\033[K\n"
	"         _Q$$$$$$$$F`_gQ$$$$$Qyyjjy$Q$$f\033[K\n"
	"          Q$$$$Q$$^ _^$$$$$$$$Q$$$$$$$$L\033[K\n"
	"          $$$$$$F`_jj. $$$$$$$Q$$$$$Q$Q$y\033[K\n"
	"          \"Q$Q$^ jjjj' j$$$$$$$$$$$$$gQ$$g_\033[K\n"
	"           T$Q^ jjj<= j$$$$$$$$$$$$$$$$$Q$Q_\033[K\n"
	"            T$  ?j)\" j$$$$$$$$$$$$$$$$$\"\"Q$Q_\033[K\n"
	"             `    __y$$$$$$$$$$$$$$$$\" jj$$$Q_\033[K\n"
	"                 j$$Q$$$$$$$$$$$$$Q$f j$$$$$$Q_\033[K\n"
	"                 gQQ$$$$$$$$$$$$$Q$$' Q$$$$$$$Q_\033[K\n"
	"                j$Q$$$$$$$$$$$$$$Q$$' Q$$$Q$Q$$g\033[K\n"
	"               _QQ$Q$$$$$$$$$$$$$Q$$'.Q$$$Q$Q$Q$L\033[K\033[m\n";

/* frame 8: 70 ms */
static const char frame_8[] =
	"\033[H\033[38;5;213m"
	"                        _ggggy   _\033[K\n"
	"                       j$Q$Q$\" j$Q$Qy_\033[K\n"
	"                      _Q$$Q$^_Q$Q$$M\"\033[K\n"
	"                   ___j$$$Q__Q$$$P^_ygy_\033[K\n"
	"                _jyQ$$Q$$9\"?T$$$^_y$QQ$E\033[K\n"
	"           _____^\"$$Q$$^_gggy_\"$gQ$$T^`\033[K\n"
	"        _gQ$$Q$$$y T$$'j$^ `$Q_\"Q$L\033[K\n"
	"      _j$Q$$$$$$$$c $$_\"Q___g$'_Q$$c\033[K\n"
	"      j$$$$$$$$$$$'_Q$Q_\"?99\"^_Q$$$$\033[K\n"
	"     j$$$$$$$$$$P`_y$$$Q$yyjy$$$$$$$\033[K\n"
	"     j$$$$$$$$$\" j$$$$$$$$$$$$Q$$$$$y_\033[K\n"
	"     j$$$$$$$$^ _ \"$$$$$$$$$$$Q$$$$$Q$g_\033[K\n"
	"      $$$$$QF`_j)i \"Q$$$$$$$$$$$$$$$$gQ$y\033[K\n"
	"      \"Q$$$F _2j)7 j$$$$$$$$$$$$$$$$$$$$Qg_\033[K\n"
	"       T$Q$ .Zjjj` j$$$$$$$$$$$$$$$$$^_j$QQ_\033[K\n"
	"        \"QL  ?j): j$$$$$$$$$$$$$$$$f jgQ$$$Q_\033[K\n"
	"         `\"   ``_y$$Q$$$$$$$$$$$$$$ j$Q$$$$$Q_\033[K\n"
	"               j$$QQ$$$$$$$$$$$$$Q$ j$Q$$$$$$g\033[K\n"
	"              _Q$$Q$$$$$$$$$$$$$$QL j$Q$$$Q$Q$g\033[K\n"
	"              j$$Q$Q$$$$$$$$$$$$$QL j$Q$$$Q$Q$Qc\033[K\033[m\n";

/* frame 9: 70 ms */
static const char frame_9[] =
	"\033[H\033[38;5;205m"
	"                       _ _\033[K\n"
	"                    _ggQ$Q$ _ygggy_\033[K\n"
	"                   j$Q$Q$F`jj$Q$$F`\033[K\n"
	"                   Q$$Q$^ y$Q$$\"_jgy_\033[K\n"
	"                 _j$$$Q$_j$$$\"`jgQQ$M=\033[K\n"
	"             _jjQ$Q$$9TT$$$$__gQ$M\"^\033[K\n"
	"            yQ$$Q$$^_yyy_^T$$Q$\"`\033[K\n"
	"       __jj__\"\"Q$$ j$^^\"Qg TQ$$g\033[K\n"
	"    _yQ$$$Q$$Q_\"$$ Tg_ _Q$ j$$$$g\033[K\n"
	"   j$Q$$$$$$$$L j$y \"O$$7`_Q$$$$Q_\033[K\n"
	"  j$$$$$$$$$$$^ gQ$$gy_yjy$$$$Q$$y_\033[K\n"
	"  j$$$$$$$$$$^_gQ$$$$$$$$$$$$$Q$$$$$y_\033[K\n"
	"  $$$$$$$$$$` \"$$$$$Q$$$$$$$$$$$$$$$$gy\033[K\n"
	"  $$$$$$$$$ _%_ \"$$$$$$$$$$$$$$$$$$$$$Qg_\033[K\n"
	"  \"Q$$$$$F _cZj' $$$$$$$$$$$$$$$$$P^_j$QQ_\033[K\n"
	"   ?Q$$$F _2j]j`_$$$$$$$$$$$$$$$$f j$$$Q$Q_\033[K\n"
	"    \"Q$Q^ ;Zj]; j$$$Q$$$$$$$$$$$$ j$$$Q$$$Q_\033[K\n"
	"     \"$$;  \">\"_j$$QQ$$$$$$$$$$$$L j$$$Q$$$$g_\033[K\n"
	"       \"^   _ygQ$$Q$$$$$$$$$$$$$L j$$$Q$$$Q$g\033[K\n"
	"            j$Q$$Q$Q$$$$$$$$$$$$L j$$$Q$$$Q$QL\033[K\033[m\n";

/* frame 0: 70 ms; painted over the last frame, before frame 1 again */
static const char frame_0_again[] =
	"\033[H\033[38;5;203m"
	"\033[K\n"
	"\033[K\n"
	"                   _jjgggQ _yyyyy,\033[K\n"
	"                  j$Q$Q$F^_gQ$Q$F^\033[K\n"
	"                 j$$$$$^_y$Q$$\"`jyy__\033[K\n"
	"                 j$$$$^_gQ$$\"`jgQ$Q$P\033[K\n"
	"             _jjgQ$$$$$$Q$$`_gQ$M\"^\033[K\n"
	"           jj$Q$Q$$7\"\"?$$$$Q$$\"^\033[K\n"
	"          V$Q$$Q$^_ggQy_`$$$$Q_\033[K\n"
	"     _jjjyj_\"T$Q'j$^ `$$c $$$$Q_\033[K\n"
	"  _jy$$Q$Q$$g TQ_:$y__y$^_Q$$$$$_\033[K\n"
	" _gQ$$$$$$$$Q _Q$y`\"9T\"`_Q$$$$$$Qy_\033[K\n"
	" gQ$$$$$$$$$f j$$Q$gyyqQ$$$$$$$$$Q$y_\033[K\n"
	"_Q$$$$$$$$$^ j$$$$$$$$$$$$$$$$$$$$$Q$g_\033[K\n"
	"j$$$$$$$$$^ _ \"$$$$$$$$$$$$$$$$$$F\"j$$Q_\033[K\n"
	" Q$$$$$$$^ jjj. $$$$$$$$$$$$$$$$^_yQ$$$Q_\033[K\n"
	" \"Q$$$$Q^ jjjj' j$$$$$$$$$$$$$$' gQ$$$$$Q_\033[K\n"
	"  T$$$$F ;2jj) _Q$$$$$$$$$$$$$$ _Q$$$$$$$Q_\033[K\n"
	"   \"$$Q'  ?i>`_y$$$$$$$$$$$$$$$ j$$$$$$$$$g\033[K\n"
	"     \"$L  ___yQ$$$$$$$$$$$$$$$$ j$$$$$$$$$QL\033[K\033[m\n";

static const struct frame entries[] = {
	{ frame_0, sizeof(frame_0) - 1, 70000 },
	{ frame_1, sizeof(frame_1) - 1, 70000 },
	{ frame_2, sizeof(frame_2) - 1, 70000 },
	{ frame_3, sizeof(frame_3) - 1, 70000 },
	{ frame_4, sizeof(frame_4) - 1, 70000 },
	{ frame_5, sizeof(frame_5) - 1, 70000 },
	{ frame_6, sizeof(frame_6) - 1, 70000 },
	{ frame_7, sizeof(frame_7) - 1, 70000 },
	{ frame_8, sizeof(frame_8) - 1, 70000 },
	{ frame_9, sizeof(frame_9) - 1, 70000 },
	{ frame_0_again, sizeof(frame_0_again) - 1, 70000 },
};

static const struct frame_table animation = {
	.entries = entries,
	.frames = 10,
	.loops = 0,
	.columns = 50,
	.rows = 20,
};

#endif /* ANIMATION_NAME */
