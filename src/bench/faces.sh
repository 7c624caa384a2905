#!/usr/bin/env bash
# Makes the folder of pictures that the benchmark "faces" reads, from freely licensed pictures that
# packages of Debian 12 ship (1.6 GB are downloaded, nothing is installed). Needs apt, dpkg, unzip
# and a JDK:
#   src/bench/faces.sh FOLDER
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
mkdir -p "$folder"/{packages,marked,painted,none,none-tune,none-held,painted-tune,painted-held,group}

cd "$folder/packages"
apt-get download gramps kphotoalbum python-matplotlib-data python3-skimage \
  wordpress-theme-twentytwentyone wesnoth-1.16-data cimg-doc dde-account-faces gnome-backgrounds \
  mate-backgrounds opencv-doc palapeli-data plasma-workspace-data python3-sklearn \
  tuxpaint-stamps-default
apt-get download cinnamon-common endless-sky-data freecol gcompris-qt-data \
  gnome-control-center-data lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 openclipart-png \
  plasma-workspace-wallpapers scratch sweethome3d-furniture tuxpaint-data ukui-wallpapers \
  visp-images-data
for package in *.deb; do
  dpkg -x "$package" "${package%%_*}"
done

# Copies the pictures that it reads names of; the first letters keep equal names apart.
gather() {
  local file
  while IFS= read -r file; do
    cp "$file" "$folder/$1/$(md5sum <<< "${file#./}" | cut -c1-4)_$(basename "${file// /_}")"
  done
}
pictures() {
  find "$@" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.webp' \) -size +10k
}

demo=kphotoalbum/usr/share/kphotoalbum/demo
family=gramps/usr/share/doc/gramps/example/gramps
scikit=python3-skimage/usr/lib/python3/dist-packages/skimage/data
theme=wordpress-theme-twentytwentyone/usr/share/wordpress/wp-content/themes/twentytwentyone
cp "$family"/*.jpg "$family"/AntoineClaudet.png "$demo"/*.jpg "$scikit"/astronaut.png \
  python-matplotlib-data/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg \
  "$theme"/assets/images/{self-portrait-1885,young-woman-in-mauve}.jpg "$folder/marked"
pictures wesnoth-1.16-data/usr/share/games/wesnoth/1.16/data/core/images/portraits/{humans,elves,dwarves} |
  gather painted

# Some of these packages have pictures of people too; those are left out by name.
pictures gnome-backgrounds mate-backgrounds palapeli-data dde-account-faces \
  plasma-workspace-data/usr/share/plasma/avatars/photos python3-sklearn \
  tuxpaint-stamps-default/usr/share/tuxpaint/stamps/{animals,food,plants,household,vehicles} \
  tuxpaint-stamps-default/usr/share/tuxpaint/stamps/{naturalforces,space,hobbies,sports,clothes} \
  "$scikit" cimg-doc opencv-doc/usr/share/doc/opencv-doc/examples "$theme" |
  grep -Ev 'astronaut.png|Astronaut.png|camera.png|logoCImg|logo_header|ss_optflow|tutorial.jpg|egamind|messi|basketball|/(left|right)[0-9]|portrait|mauve|[Rr]eading|playing|bois' |
  gather none
for name in blackie donna donna_2 grand_canyon_3 skagen skagen_2 snow spiff spiff_2 sunset; do
  echo "$demo/$name.jpg"
done | gather none

# Pictures without people, found after the first thresholds had been chosen. Those of
# which the list says "tune" may be used for choosing, those of "held" only to look how it went.
java "$bench/java/app/photoplay/bench/QtPictures.java" gcompris \
  gcompris-qt-data/usr/share/gcompris-qt/rcc/*.rcc
mkdir -p sweethome
for furniture in sweethome3d-furniture/usr/share/sweethome3d/furniture/*.sh3f; do
  unzip -qo "$furniture" -d "sweethome/$(basename "$furniture" .sh3f)"
done
while IFS=$'\t' read -r half picture; do
  gather "none-$half" <<< "$picture"
done < "$bench/faces-none.tsv"

# Painted portraits, half for choosing as well, and a group whose faces are marked.
freecol=freecol/usr/share/games/freecol
for picture in "$freecol"/default/resources/images/foundingFathers/*.jpg \
  "$freecol"/{default,mods/19thCenturyNations}/resources/images/monarch/*.png; do
  name=$(basename "$(dirname "${picture/foundingFathers/ff}")")_$(basename "$picture")
  case $(md5sum <<< "$name") in
    [02468ace]*) half=tune ;;
    *) half=held ;;
  esac
  [[ $name == *.size6.jpg ]] || cp "$picture" "$folder/painted-$half/$name"
done
faces=visp-images-data/usr/share/visp-images-data/ViSP-images/faces
cp "$faces"/{1280px-Solvay_conference_1927.png,ground_truth_detection.txt} "$folder/group"
